import { readFonts, refreshFonts } from './fonts';
import type { Fonts, ScaledPage } from './fonts';
import { endPull } from './phone';

type DataOption = WechatMiniprogram.Page.DataOption;
type CustomOption = WechatMiniprogram.Page.CustomOption;
type Whole<D extends DataOption, C extends CustomOption> = WechatMiniprogram.Page.Instance<
  D & { fonts: Fonts },
  C
>;

/** What a page says of itself. */
type Said<D extends DataOption, C extends CustomOption> = C &
  Partial<WechatMiniprogram.Page.ILifetime> & { data: D } & ThisType<Whole<D, C>>;

/**
 * A page, with what all pages have: the size of its type in `fonts`, looked up again whenever it is shown, since the
 * setting may have changed while it was away; and, when pulled, it reads again by its own `load`.
 */
export function definePage<D extends DataOption, C extends CustomOption>(said: Said<D, C>): void {
  const { onShow } = said;
  const { load } = said as { load?: () => Promise<void> };
  Page({
    ...(load?.length === 0 && {
      async onPullDownRefresh(this: Whole<D, C>) {
        await load.call(this);
        endPull();
      },
    }),
    ...said,
    data: { ...said.data, fonts: readFonts() },
    onShow(this: Whole<D, C>) {
      refreshFonts(this as ScaledPage);
      return onShow?.call(this);
    },
  });
}
