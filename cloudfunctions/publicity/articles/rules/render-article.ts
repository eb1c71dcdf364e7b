/**
 * From blocks to the HTML that the official account keeps: inline styles only, no classes, no scripts. Preview and
 * push differ in the addresses of pictures alone.
 */
import type { Block, Content } from '../../../../miniprogram/contract/article';

const STYLES = {
  body: 'font-size:16px;line-height:1.75;color:#1f1f1f;letter-spacing:0.5px;',
  heading:
    'margin:28px 0 12px;padding-left:10px;border-left:4px solid #b3151b;font-size:18px;font-weight:bold;color:#1f1f1f;',
  text: 'margin:0 0 16px;text-align:justify;',
  quote:
    'margin:16px 0;padding:12px 16px;background-color:#f5f3ef;border-left:4px solid #8a6d3b;color:#4d4d4d;',
  from: 'margin:8px 0 0;text-align:right;font-size:14px;color:#6b6b6b;',
  figure: 'margin:16px 0;text-align:center;',
  picture: 'max-width:100%;height:auto;',
  caption: 'margin:6px 0 0;text-align:center;font-size:14px;color:#6b6b6b;',
  numbers: 'margin:16px 0;padding:16px 8px;background-color:#f5f3ef;text-align:center;',
  number: 'display:inline-block;width:32%;margin:4px 0;vertical-align:top;',
  value: 'font-size:26px;font-weight:bold;color:#b3151b;',
  unit: 'font-size:14px;color:#b3151b;',
  label: 'margin:0;font-size:14px;color:#4d4d4d;',
  code: 'width:180px;height:auto;',
  link: 'color:#b3151b;',
} as const;

export interface Rendering {
  /** Address of a file or code; undefined leaves its place empty. */
  addressOf(picture: string): string | undefined;
  /** App id of the mini-program that cards open; '' leaves their words alone. */
  appid: string;
}

/** What stands for the QR code of a scene among the pictures. */
export function codePicture(scene: string): string {
  return `code:${scene}`;
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function paragraph(style: string, inner: string): string {
  return `<p style="${style}">${inner}</p>`;
}

function lines(text: string): string {
  return escape(text.trim()).replace(/\n/g, '<br />');
}

function picture(address: string | undefined, style: string, caption: string): string {
  const image =
    address === undefined ? '' : `<img src="${escape(address)}" alt="${escape(caption)}" style="${style}" />`;
  const under = caption === '' ? '' : paragraph(STYLES.caption, escape(caption));
  return image === '' && under === '' ? '' : `<section style="${STYLES.figure}">${image}${under}</section>`;
}

function card({ title, path, picture: chosen }: Extract<Block, { type: 'card' }>, how: Rendering): string {
  const address = chosen && how.addressOf(chosen.file);
  if (how.appid === '') return paragraph(STYLES.text, escape(title));
  const about = `data-miniprogram-appid="${escape(how.appid)}" data-miniprogram-path="${escape(path)}"`;
  if (address === undefined)
    return paragraph(STYLES.text, `<a ${about} style="${STYLES.link}">${escape(title)}</a>`);
  const shown = `data-miniprogram-title="${escape(title)}" data-miniprogram-imageurl="${escape(address)}"`;
  return `<section style="${STYLES.figure}"><mp-miniprogram ${about} ${shown}></mp-miniprogram></section>`;
}

function numbers({ items }: Extract<Block, { type: 'numbers' }>): string {
  const cells = items.map(({ value, unit, label }) => {
    const figure = `<span style="${STYLES.value}">${escape(value)}</span><span style="${STYLES.unit}">${escape(unit)}</span>`;
    return `<section style="${STYLES.number}">${figure}${paragraph(STYLES.label, escape(label))}</section>`;
  });
  return cells.length === 0 ? '' : `<section style="${STYLES.numbers}">${cells.join('')}</section>`;
}

function renderBlock(block: Block, how: Rendering): string {
  switch (block.type) {
    case 'heading':
      return block.text.trim() === '' ? '' : paragraph(STYLES.heading, escape(block.text.trim()));
    case 'text':
      return block.text
        .split(/\n[^\S\n]*\n/)
        .filter((part) => part.trim() !== '')
        .map((part) => paragraph(STYLES.text, lines(part)))
        .join('');
    case 'quote': {
      const from = block.from.trim() === '' ? '' : paragraph(STYLES.from, escape(block.from.trim()));
      return block.text.trim() === ''
        ? ''
        : `<section style="${STYLES.quote}">${lines(block.text)}${from}</section>`;
    }
    case 'picture':
      return picture(
        block.picture.file === '' ? undefined : how.addressOf(block.picture.file),
        STYLES.picture,
        block.caption,
      );
    case 'code':
      return picture(how.addressOf(codePicture(block.scene)), STYLES.code, block.caption);
    case 'card':
      return card(block, how);
    case 'numbers':
      return numbers(block);
  }
}

export function renderArticle({ blocks }: Content, how: Rendering): string {
  return `<section style="${STYLES.body}">${blocks.map((block) => renderBlock(block, how)).join('')}</section>`;
}

/** Files and codes that the body shows and that must be uploaded first: each once, in order. */
export function bodyPictures({ blocks }: Content): string[] {
  const all = blocks.flatMap((block) => {
    if (block.type === 'code') return [codePicture(block.scene)];
    if (block.type === 'picture' || block.type === 'card') return block.picture ? [block.picture.file] : [];
    return [];
  });
  return [...new Set(all)].filter((file) => file !== '');
}
