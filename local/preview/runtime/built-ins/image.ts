import { h } from '../dom';
import { resolveFile } from '../files';
import { setAttribute } from './define';
import type { BuiltIn, BuiltInNode } from './define';

/** glass-easel's place for style that stays when the template's own style changes. */
const EXTRA_STYLE = 2;

/** How the picture fills its box: [object-fit, object-position]. */
const MODES: Readonly<Record<string, readonly [string, string]>> = {
  scaleToFill: ['fill', ''],
  aspectFit: ['contain', ''],
  aspectFill: ['cover', ''],
  widthFix: ['fill', ''],
  heightFix: ['fill', ''],
  top: ['none', 'top'],
  bottom: ['none', 'bottom'],
  center: ['none', 'center'],
  left: ['none', 'left'],
  right: ['none', 'right'],
  'top left': ['none', 'top left'],
  'top right': ['none', 'top right'],
  'bottom left': ['none', 'bottom left'],
  'bottom right': ['none', 'bottom right'],
};

const pictures = new WeakMap<BuiltInNode, HTMLImageElement>();

/** widthFix and heightFix: the other side follows from the picture's own shape. */
function fixShape(node: BuiltInNode): void {
  const picture = pictures.get(node);
  const mode = node.data['mode'];
  if (!picture?.naturalWidth || (mode !== 'widthFix' && mode !== 'heightFix')) {
    node.setNodeStyle('', EXTRA_STYLE);
    return;
  }
  const ratio = `aspect-ratio: ${String(picture.naturalWidth)} / ${String(picture.naturalHeight)}`;
  node.setNodeStyle(`${ratio}; ${mode === 'widthFix' ? 'height' : 'width'}: auto`, EXTRA_STYLE);
}

async function load(node: BuiltInNode, source: string): Promise<void> {
  const picture = pictures.get(node);
  if (!picture) return;
  if (source === '') {
    picture.removeAttribute('src');
    return;
  }
  const owner = node.ownerShadowRoot?.getHostNode().is ?? '';
  try {
    const url = await resolveFile(source, owner);
    if (node.data['src'] === source) picture.src = url;
  } catch (error) {
    node.triggerEvent('error', { errMsg: error instanceof Error ? error.message : String(error) });
  }
}

export const image: BuiltIn = {
  name: 'image',
  properties: { src: '', mode: 'scaleToFill' },
  accepted: ['lazyLoad', 'webp', 'showMenuByLongpress', 'fadeIn', 'forceHttps'],
  created(node) {
    const picture = h('img', { alt: '', draggable: 'false' }) as HTMLImageElement;
    setAttribute(node.$$, 'role', 'img');
    picture.addEventListener('load', () => {
      fixShape(node);
      node.triggerEvent('load', { width: picture.naturalWidth, height: picture.naturalHeight });
    });
    picture.addEventListener('error', () => {
      node.triggerEvent('error', { errMsg: `image load fail: ${String(node.data['src'])}` });
    });
    pictures.set(node, picture);
    node.$$.append(picture);
  },
  changed(node, name, value) {
    const picture = pictures.get(node);
    if (name === 'src') void load(node, String(value));
    if (name !== 'mode' || !picture) return;
    const [fit, position] = MODES[String(value)] ?? ['fill', ''];
    picture.style.objectFit = fit;
    picture.style.objectPosition = position;
    fixShape(node);
  },
};
