/**
 * What is being written, as a reader will find it, drawn with each letter beside the writing. 看样子 shows what the server
 * makes of it, to the last blank; this is for the eye while one writes, and asks nobody.
 */
import type { Block, Content } from '../../contract/article';

const STYLES = {
  heading:
    'margin:20px 0 10px;padding-left:10px;border-left:4px solid #b3151b;font-size:18px;font-weight:bold;',
  text: 'margin:0 0 14px;line-height:1.75;',
  quote: 'margin:14px 0;padding:10px 14px;background-color:#f5f3ef;border-left:4px solid #8a6d3b;',
  small: 'margin:4px 0 0;text-align:center;font-size:14px;color:#6b6b6b;',
  figure: 'margin:14px 0;text-align:center;',
  picture: 'max-width:100%;height:auto;',
  link: 'color:#b3151b;',
} as const;

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

function paragraph(style: string, text: string): string {
  return text.trim() === '' ? '' : `<p style="${style}">${escape(text.trim()).replace(/\n/g, '<br />')}</p>`;
}

function figure(link: string | undefined, missing: string, caption: string): string {
  const shown = link
    ? `<img src="${escape(link)}" style="${STYLES.picture}" />`
    : paragraph(STYLES.small, missing);
  return `<div style="${STYLES.figure}">${shown}${paragraph(STYLES.small, caption)}</div>`;
}

function drawBlock(block: Block, links: Readonly<Record<string, string>>): string {
  switch (block.type) {
    case 'heading':
      return paragraph(STYLES.heading, block.text);
    case 'text':
      return block.text
        .split(/\n[^\S\n]*\n/)
        .map((part) => paragraph(STYLES.text, part))
        .join('');
    case 'quote': {
      const words = `${paragraph('margin:0;', block.text)}${paragraph(STYLES.small, block.from)}`;
      return words === '' ? '' : `<div style="${STYLES.quote}">${words}</div>`;
    }
    case 'picture':
      return figure(links[block.picture.file], '（这里放照片）', block.caption);
    case 'code':
      return figure(undefined, '（这里是二维码，看样子里能扫）', block.caption);
    case 'card':
      return paragraph(`${STYLES.text}${STYLES.link}`, block.title);
    case 'numbers':
      return block.items
        .map(({ value, unit, label }) => paragraph(STYLES.small, `${value}${unit} ${label}`))
        .join('');
  }
}

/** HTML for a rich-text; '' while nothing is written. */
export function drawLive({ blocks }: Content, links: Readonly<Record<string, string>>): string {
  return blocks.map((block) => drawBlock(block, links)).join('');
}
