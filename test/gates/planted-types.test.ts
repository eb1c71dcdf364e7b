/**
 * What the compiler says of the product with other words in it: a new role needs no other file; a row of a table of steps
 * can say nothing that the code does not read. What does not touch each other is planted for one and the same compilation.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../build/paths';
import { planted, ROLES } from '../support/planted-role';
import { copyProduct } from '../support/type-check';

jest.setTimeout(120_000);

const TABLE = 'cloudfunctions/request/life/rules/life-cycle.ts';

const product = copyProduct();
afterAll(() => {
  product.remove();
});

test('a new role needs no other file of the server; `raeds` beside `reads` in the life cycle is refused', () => {
  product.write(ROLES, planted);
  const table = readFileSync(join(root, TABLE), 'utf8');
  const misspelt = table.replaceAll('    reads: true,', '    raeds: true,\n    reads: true,');
  expect(misspelt).not.toBe(table);
  const rows = misspelt.split('raeds').length - 1;
  product.write(TABLE, misspelt);
  expect(product.complain('cloudfunctions')).toEqual(
    Array(rows).fill(expect.stringMatching(/life-cycle\.ts.*'raeds' does not exist in type/)),
  );
});

test('a new role needs no other file of the phone; without a row of inviters it does not compile', () => {
  product.write(ROLES, planted.replace('  media: OFFICE,\n', ''));
  const complaints = product.complain('miniprogram');
  expect(complaints).not.toEqual([]);
  expect(complaints.filter((line) => !line.startsWith(ROLES))).toEqual([]);
});

test('a compiler that could not begin is not taken for one that found nothing', () => {
  product.write('tsconfig.cloudfunctions.json', '{ "include": ["nowhere"] }');
  expect(() => product.complain('cloudfunctions')).toThrow('No inputs were found');
});
