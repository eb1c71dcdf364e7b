/** Text that is safe inside an element or a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(
    /[&<>"']/g,
    (letter) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[letter] ?? '',
  );
}

/** China time, for people. */
export function formatAt(instant: number): string {
  return new Date(instant + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}

const STYLE = `
  :root { color-scheme: light; font: 15px/1.6 system-ui, "Noto Sans SC", "PingFang SC", sans-serif; color: #191919 }
  body { margin: 0; background: #ededed }
  main { max-width: 1080px; margin: 0 auto; padding: 24px 16px 64px }
  h1 { font-size: 22px } h2 { font-size: 17px; margin: 32px 0 8px } h3 { font-size: 15px; margin: 16px 0 8px }
  nav a, .more { color: #576b95; margin-right: 16px; text-decoration: none }
  p.none, small { color: #767676 }
  .cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(300px, 1fr)); gap: 12px }
  .card { background: #fff; border-radius: 8px; padding: 14px 16px }
  .card h4 { margin: 0 0 6px; font-size: 16px }
  .card img { max-width: 100%; border-radius: 4px }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 14px; margin: 8px 0 }
  dt { color: #767676 } dd { margin: 0; overflow-wrap: anywhere }
  footer { border-top: 1px solid #eee; padding-top: 8px; color: #767676; font-size: 13px; overflow-wrap: anywhere }
  article { background: #fff; max-width: 677px; margin: 0 auto; padding: 20px 16px 64px; overflow-wrap: break-word }
  article h1 { font-size: 22px; line-height: 1.4; margin: 0 0 14px }
  article img { max-width: 100%; height: auto }
  .by { color: #767676; margin-bottom: 24px }
  mp-miniprogram { display: block; border: 1px solid #e5e5e5; border-radius: 8px; padding: 12px; margin: 12px 0 }
  mp-miniprogram::before { content: "小程序 · " attr(data-miniprogram-title); color: #576b95 }
`;

export function toPage(title: string, body: string): string {
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title><style>${STYLE}</style>${body}</html>`;
}
