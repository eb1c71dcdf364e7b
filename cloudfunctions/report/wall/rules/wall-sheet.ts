/** A rule of the house as a page for the wall: its title, its lines, since when, and whose it is. */
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import type { Directory } from '../../../registry/directory/rules/directory';
import type { Line, Sheet } from '../../documents/rules/sheet';
import { footOf, sayDated } from '../../documents/rules/words';

export function makeWallSheet(
  { card }: Pick<Directory, 'card'>,
  { title, body, since }: { title: string; body: string; since: LocalDate },
): Sheet {
  const lines = body.split('\n').map((line): Line => ({ line, size: 'large', indent: true }));
  const end: Line[] = [
    { line: '' },
    { line: `自${sayDated(since)}起施行`, size: 'large', align: 'right' },
    { line: `${card.name}人大`, size: 'large', align: 'right' },
  ];
  return { name: `${title} ${sayDated(since)}`, title, blocks: [...lines, ...end], foot: footOf(card) };
}
