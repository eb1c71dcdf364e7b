/** A cloud in a process of its own, to be killed: `tsx server.ts <data folder>` prints where it listens. */
import { resolve } from 'node:path';
import { startTestCloud } from '../../../support/cloud';

void startTestCloud({ functions: resolve(__dirname, '../fixtures'), dataDir: process.argv[2] ?? '' }).then(
  ({ url }) => {
    console.log(url);
  },
);
