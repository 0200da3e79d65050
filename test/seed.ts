import fc from 'fast-check'

/** The ordinary run tries the same cases every time, so that a commit passes or not; a long run looks for new ones. */
if (!process.env.FC_RUNS) fc.configureGlobal({ seed: 20_250_611 })
