import { errors } from '../errors';
import { isDocument } from '../values/value';
import { accumulatorNames, expressionNames } from './names';

const VARIABLES = /^\$\$(ROOT|CURRENT|REMOVE)(\.|$)/;

/**
 * Checks that an expression uses only operators this database has, before a single document is read:
 * an empty collection must not hide what is missing.
 *
 * @returns the expression itself
 */
export function checkExpression(expression: unknown): unknown {
  walk(expression);
  return expression;
}

function walk(expression: unknown): void {
  if (typeof expression === 'string') {
    if (/^\$\$[A-Z]/.test(expression) && !VARIABLES.test(expression)) {
      throw errors.notEmulated(`the variable ${expression}`);
    }
  } else if (Array.isArray(expression)) expression.forEach(walk);
  else if (isDocument(expression)) {
    for (const [name, operand] of Object.entries(expression)) {
      if (name === '$literal') continue;
      if (name.startsWith('$')) checkOperator(name, Object.keys(expression).length);
      walk(operand);
    }
  }
}

function checkOperator(name: string, siblings: number): void {
  if (siblings !== 1)
    throw errors.refused('an object representing an expression must have exactly one field');
  if (!expressionNames.has(name) && !accumulatorNames.has(name)) {
    throw errors.notEmulated(`the aggregation operator ${name}`);
  }
}
