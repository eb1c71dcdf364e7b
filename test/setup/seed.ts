/** One number from which all random cases of a proof follow, unless a test names its own; jest.config.mjs asks for it. */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env['PROOF_SEED']) });
