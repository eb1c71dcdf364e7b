import type { glassEasel } from 'glass-easel-miniprogram-adapter';
import { button } from './button';
import { checkbox, checkboxGroup, radio, radioGroup, switchControl } from './choices';
import { registerBuiltIn } from './define';
import { form, label } from './form';
import { image } from './image';
import { input } from './input';
import { navigator } from './navigator';
import { pageMeta } from './page-meta';
import { picker } from './picker';
import { richText } from './rich-text';
import { scrollView } from './scroll-view';
import { icon, progress } from './small';
import { swiper, swiperItem } from './swiper';
import { text } from './text';
import { textarea } from './textarea';
import { view } from './view';

/** The list of `compile/tags.ts`, one by one. */
export const builtIns = [
  button,
  checkbox,
  checkboxGroup,
  form,
  icon,
  image,
  input,
  label,
  navigator,
  pageMeta,
  picker,
  progress,
  radio,
  radioGroup,
  richText,
  scrollView,
  swiper,
  swiperItem,
  switchControl,
  text,
  textarea,
  view,
];

export function registerBuiltIns(space: glassEasel.ComponentSpace): void {
  for (const builtIn of builtIns) registerBuiltIn(space, builtIn);
}
