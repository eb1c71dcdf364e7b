/** What a type assertion or a pair of brackets wraps. */
function unwrap(node) {
  const wraps = ['TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression'];
  return wraps.includes(node.type) ? unwrap(node.expression) : node;
}

/**
 * A literal that is spread inside another says nothing that its members would not say in place, and it switches
 * off TypeScript's check for unknown properties: `{ ...{ raeds: true } }` compiles where `{ raeds: true }` does not.
 */
export const noLiteralSpread = {
  meta: {
    type: 'problem',
    fixable: 'code',
    messages: {
      spread: 'Write the members in place; a literal spread inside another hides unknown properties.',
    },
    schema: [],
  },
  create(context) {
    const { sourceCode } = context;
    return {
      SpreadElement(node) {
        const literal = unwrap(node.argument);
        const expected = node.parent.type === 'ObjectExpression' ? 'ObjectExpression' : 'ArrayExpression';
        if (literal.type !== expected) return;
        context.report({
          node,
          messageId: 'spread',
          fix(fixer) {
            const members = sourceCode.getText(literal).slice(1, -1).trim().replace(/,$/, '');
            if (members !== '') return fixer.replaceText(node, members);
            const next = sourceCode.getTokenAfter(node);
            return fixer.removeRange([node.range[0], next.value === ',' ? next.range[1] : node.range[1]]);
          },
        });
      },
    };
  },
};
