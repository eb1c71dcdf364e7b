import { admit } from '../registry/store';
import { serve, type Actions } from '../shared/serve';

export const main = serve('publicity', {} as unknown as Actions<'publicity'>, admit);
