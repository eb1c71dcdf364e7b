/** A file that only passes on what others export hides where a line lives. */
export const noBarrel = {
  meta: {
    type: 'problem',
    messages: {
      barrel: 'This file only passes on what others export; import from the files themselves.',
      all: 'export * hides what is exported; name it, or import from the file itself.',
    },
    schema: [],
  },
  create(context) {
    return {
      ExportAllDeclaration: (node) => context.report({ node, messageId: 'all' }),
      Program(node) {
        const passesOn = (each) => each.type === 'ExportNamedDeclaration' && each.source !== null;
        const isImport = (each) => each.type === 'ImportDeclaration';
        if (!node.body.some(passesOn)) return;
        if (node.body.every((each) => passesOn(each) || isImport(each)))
          context.report({ node, messageId: 'barrel' });
      },
    };
  },
};
