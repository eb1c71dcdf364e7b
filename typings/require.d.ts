/** Tests run on Node and know the phone's globals, which declare a `require` of their own: here it is Node's as well. */
interface Require extends Pick<NodeJS.Require, 'resolve' | 'main' | 'cache'> {}
