/**
 * The last gate before preview and push: nothing but what the official account keeps, and no picture but those
 * named. What a block holds is escaped before (rules/render-article.ts); this holds whatever was forgotten there. Its
 * library is loaded by the first article that is looked at, not with the function.
 */

const LENGTH = /^-?[\d.]+(px|em|%)?( -?[\d.]+(px|em|%)?){0,3}$/;
const WORD = /^[a-z-]+$/;
const COLOUR = /^#[0-9a-f]{6}$/;

const STYLES: Readonly<Record<string, readonly RegExp[]>> = {
  'font-size': [LENGTH],
  'font-weight': [WORD],
  'line-height': [LENGTH],
  'letter-spacing': [LENGTH],
  'text-align': [WORD],
  color: [COLOUR],
  'background-color': [COLOUR],
  margin: [LENGTH],
  padding: [LENGTH],
  'padding-left': [LENGTH],
  'border-left': [/^\dpx solid #[0-9a-f]{6}$/],
  display: [/^inline-block$/],
  width: [LENGTH],
  'max-width': [LENGTH],
  height: [/^auto$/],
  'vertical-align': [WORD],
};

const CARD = ['appid', 'path', 'title', 'imageurl'].map((name) => `data-miniprogram-${name}`);

export async function cleanHtml(html: string, pictures: ReadonlySet<string>): Promise<string> {
  const { default: sanitizeHtml } = await import('sanitize-html');
  return sanitizeHtml(html, {
    allowedTags: ['section', 'p', 'span', 'br', 'img', 'a', 'mp-miniprogram'],
    allowedAttributes: {
      '*': ['style'],
      img: ['src', 'alt', 'style'],
      a: [...CARD.slice(0, 2), 'style'],
      'mp-miniprogram': CARD,
    },
    allowedStyles: { '*': Object.fromEntries(Object.entries(STYLES).map(([name, all]) => [name, [...all]])) },
    allowedSchemes: ['http', 'https'],
    // A preview's code stands in the text; which addresses may be shown, the filter below decides.
    allowedSchemesByTag: { img: ['http', 'https', 'data'] },
    allowProtocolRelative: false,
    disallowedTagsMode: 'discard',
    exclusiveFilter: ({ tag, attribs }) => {
      const shown = tag === 'img' ? attribs['src'] : attribs['data-miniprogram-imageurl'];
      return tag === 'img' || shown !== undefined ? !pictures.has(shown ?? '') : false;
    },
  });
}
