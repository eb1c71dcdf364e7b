import { join, resolve } from 'node:path';

/** The folder that holds package.json. */
export const root = resolve(__dirname, '..');

/** Where the function artefacts go unless a caller says otherwise; `cloudfunctionRoot` of project.config.json. */
export const functionsOut = join(root, 'dist', 'cloudfunctions');
