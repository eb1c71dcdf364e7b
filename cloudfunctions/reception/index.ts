import { refuse } from '../shared/errors';
import { serve } from '../shared/serve';
import { book } from './actions/book';
import { cancel } from './actions/cancel';
import { day } from './actions/day';
import { listMine } from './actions/list-mine';
import { move } from './actions/move';

/** Every action here is the account's own; none asks for a role. */
const admit = () => Promise.resolve(refuse('not-allowed'));

export const main = serve('reception', { day, book, move, cancel, listMine }, admit);
