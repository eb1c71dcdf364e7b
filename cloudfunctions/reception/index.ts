import { admit } from '../registry/store';
import { serve } from '../shared/serve';
import { book } from './actions/book';
import { cancel } from './actions/cancel';
import { day } from './actions/day';
import { listMine } from './actions/list-mine';
import { move } from './actions/move';

export const main = serve('reception', { day, book, move, cancel, listMine }, admit);
