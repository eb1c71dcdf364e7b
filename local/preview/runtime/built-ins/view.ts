import type { BuiltIn } from './define';
import { hoverProperties, listenForHover } from './hover';

export const view: BuiltIn = {
  name: 'view',
  properties: hoverProperties(50, 400),
  created: listenForHover,
};
