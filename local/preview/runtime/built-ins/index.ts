import type { glassEasel } from 'glass-easel-miniprogram-adapter';
import { registerBuiltIn } from './define';
import { pageMeta } from './page-meta';
import { text } from './text';
import { view } from './view';

const builtIns = [pageMeta, text, view];

export function registerBuiltIns(space: glassEasel.ComponentSpace): void {
  for (const builtIn of builtIns) registerBuiltIn(space, builtIn);
}
