import { NotInPreviewError } from '../errors';

interface Step {
  readonly styles: Record<string, string>;
  readonly transform: string;
  readonly option: Timing;
}

interface Timing {
  readonly duration: number;
  readonly timingFunction: string;
  readonly delay: number;
  readonly transformOrigin: string;
}

const PX = ['width', 'height', 'top', 'left', 'bottom', 'right'];
const PLAIN = ['opacity', 'backgroundColor'];
const TRANSFORMS: Readonly<Record<string, string>> = {
  translate: 'px',
  translateX: 'px',
  translateY: 'px',
  translateZ: 'px',
  rotate: 'deg',
  rotateX: 'deg',
  rotateY: 'deg',
  rotateZ: 'deg',
  skew: 'deg',
  skewX: 'deg',
  skewY: 'deg',
  scale: '',
  scaleX: '',
  scaleY: '',
  scaleZ: '',
};

/**
 * wx.createAnimation(). The steps go to the attribute `animation`, which the built-ins of the preview do not play:
 * a page that sets it is told so. What only exports (as TDesign's notice bar does) is served.
 */
export function createAnimation(given: Partial<Timing> = {}): object {
  const timing: Timing = {
    duration: 400,
    timingFunction: 'linear',
    delay: 0,
    transformOrigin: '50% 50% 0',
    ...given,
  };
  let styles: Record<string, string> = {};
  let transforms: string[] = [];
  let steps: Step[] = [];
  const animation: Record<string, unknown> = {
    step: (option: Partial<Timing> = {}) => {
      steps.push({ styles, transform: transforms.join(' '), option: { ...timing, ...option } });
      styles = {};
      transforms = [];
      return proxy;
    },
    export: () => {
      const actions = steps;
      steps = [];
      return { actions };
    },
  };
  for (const name of [...PX, ...PLAIN]) {
    animation[name] = (value: string | number) => {
      styles[name] = PX.includes(name) && typeof value === 'number' ? `${String(value)}px` : String(value);
      return proxy;
    };
  }
  for (const [name, unit] of Object.entries(TRANSFORMS)) {
    animation[name] = (...values: (string | number)[]) => {
      transforms.push(
        `${name}(${values.map((one) => (typeof one === 'number' ? `${String(one)}${unit}` : one)).join()})`,
      );
      return proxy;
    };
  }
  const proxy: object = new Proxy(animation, {
    get(target, name) {
      if (typeof name !== 'string' || name in target || name === 'then')
        return Reflect.get(target, name) as unknown;
      throw new NotInPreviewError(`Animation.${name}()`);
    },
  });
  return proxy;
}
