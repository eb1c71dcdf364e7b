import type { Choice } from '../../components/choice-chips/choice-chips';

/** Whether people on a picture can be recognised; not chosen, it is marked. */
export const FACES: readonly Choice[] = [
  { id: 'none', text: '认不出人' },
  { id: 'agreed', text: '本人同意' },
];
