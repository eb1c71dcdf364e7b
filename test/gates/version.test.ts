import { VERSION } from '../../cloudfunctions/shared/version';
import { version } from '../../package.json';

test('the version that a monitor hears is the product’s', () => {
  expect(VERSION).toBe(version);
});
