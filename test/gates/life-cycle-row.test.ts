/** A row of a table of steps can say nothing that the code does not read: a word written wrong does not compile. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../build/paths';
import { copyProduct } from '../support/type-check';

const TABLE = 'cloudfunctions/request/life/rules/life-cycle.ts';

const product = copyProduct();
afterAll(() => {
  product.remove();
});

test('`raeds` beside `reads` in the life cycle', () => {
  const table = readFileSync(join(root, TABLE), 'utf8');
  const planted = table.replaceAll('    reads: true,', '    raeds: true,\n    reads: true,');
  expect(planted).not.toBe(table);
  const rows = planted.split('raeds').length - 1;
  product.write(TABLE, planted);
  expect(product.complain('cloudfunctions')).toEqual(
    Array(rows).fill(expect.stringMatching(/life-cycle\.ts.*'raeds' does not exist in type/)),
  );
}, 120_000);

test('a compiler that could not begin is not taken for one that found nothing', () => {
  product.write('tsconfig.cloudfunctions.json', '{ "include": ["nowhere"] }');
  expect(() => product.complain('cloudfunctions')).toThrow('No inputs were found');
});
