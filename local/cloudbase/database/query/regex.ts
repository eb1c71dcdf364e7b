import { errors } from '../errors';

/**
 * A pattern of MongoDB (PCRE) as one of JavaScript. Only what both read alike is taken: the options
 * i, m and s.
 */
export function toRegExp(pattern: string, options: string): RegExp {
  for (const option of options) {
    if (!'imsu'.includes(option)) throw errors.notEmulated(`the regular expression option ${option}`);
  }
  try {
    return new RegExp(pattern, options.replace('u', ''));
  } catch {
    throw errors.refused(`Regular expression is invalid: ${pattern}`);
  }
}
