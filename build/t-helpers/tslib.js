/** Of TypeScript's thirty helpers the two that TDesign's kept scripts import; the whole library weighs 11 KB. */

/** Decorates a class; TDesign decorates nothing else. */
exports.__decorate = function decorateClass(decorators, target, member) {
  if (member !== undefined) throw new Error('only classes are decorated here');
  return decorators.reduceRight((made, decorate) => decorate(made) || made, target);
};

/** The fields of an object but the named ones. */
exports.__rest = function leaveOut(source, names) {
  const rest = {};
  for (const name of Object.keys(source)) if (!names.includes(name)) rest[name] = source[name];
  return rest;
};
