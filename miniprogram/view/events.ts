/** Events of our own components, as the pages receive them. */
export type Chosen = WechatMiniprogram.CustomEvent<{ id: string }>;
export type Typed = WechatMiniprogram.CustomEvent<{ value: string }>;
export type Switched = WechatMiniprogram.CustomEvent<{ id: string; on: boolean }>;
