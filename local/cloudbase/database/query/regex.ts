import { errors } from '../errors';

/**
 * A pattern of MongoDB (PCRE) as one of JavaScript. Only what both read alike is taken: the options
 * i, m and s. Characters are code points, as for MongoDB: `^.$` fits 𠮷.
 */
export function toRegExp(pattern: string, options: string): RegExp {
  for (const option of options) {
    if (!'imsu'.includes(option)) throw errors.notEmulated(`the regular expression option ${option}`);
  }
  const others = options.replaceAll('u', '');
  try {
    return new RegExp(pattern, `${others}u`);
  } catch {
    if (!isPattern(pattern, others)) throw errors.refused(`Regular expression is invalid: ${pattern}`);
    throw errors.notEmulated(`the pattern ${pattern}, which JavaScript does not read by code points`);
  }
}

function isPattern(pattern: string, options: string): boolean {
  try {
    new RegExp(pattern, options);
    return true;
  } catch {
    return false;
  }
}
