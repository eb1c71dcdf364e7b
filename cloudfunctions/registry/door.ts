import type { Door } from '../shared/serve';
import { admit } from './invitations/store';
import { recallTownship } from './store';

export const door: Door = {
  admit,
  isClosed: async (township, now) => (await recallTownship(township, now))?.directory.closed !== undefined,
};
