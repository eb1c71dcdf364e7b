/** Every field of an article that holds words, and every picture, in the order of reading. */
import type { Content, Mark, Picture } from '../../../../miniprogram/contract/article';

export interface TextField {
  where: string;
  field: Mark['field'];
  row?: number;
  text: string;
}

export interface PictureField {
  where: string;
  field: 'cover' | 'picture';
  picture: Picture;
}

export function listTexts({ title, author, digest, blocks }: Content): TextField[] {
  const head: TextField[] = [
    { where: 'title', field: 'title', text: title },
    { where: 'author', field: 'author', text: author },
    { where: 'digest', field: 'digest', text: digest },
  ];
  const body = blocks.flatMap((block): TextField[] => {
    const where = block.id;
    switch (block.type) {
      case 'heading':
      case 'text':
        return [{ where, field: 'text', text: block.text }];
      case 'quote':
        return [
          { where, field: 'text', text: block.text },
          { where, field: 'from', text: block.from },
        ];
      case 'picture':
      case 'code':
        return [{ where, field: 'caption', text: block.caption }];
      case 'card':
        return [{ where, field: 'title', text: block.title }];
      case 'numbers':
        return block.items.map(({ value, unit, label }, row) => ({
          where,
          field: 'value' as const,
          row,
          text: `${value} ${unit} ${label}`,
        }));
    }
  });
  return [...head, ...body];
}

/** Pictures that somebody chose; sections still without one are left out. */
export function listPictures({ cover, blocks }: Content): PictureField[] {
  const body = blocks.flatMap((block): PictureField[] => {
    if (block.type !== 'picture' && block.type !== 'card') return [];
    const { picture } = block;
    return picture ? [{ where: block.id, field: 'picture', picture }] : [];
  });
  const head: PictureField[] = cover ? [{ where: 'cover', field: 'cover', picture: cover.picture }] : [];
  return [...head, ...body].filter(({ picture }) => picture.file !== '');
}

/** The same content with every picture's consent passed through `change` (encrypting, decrypting). */
export function mapConsents(content: Content, change: (agreedBy: string) => string): Content {
  const mapPicture = (picture: Picture): Picture =>
    picture.agreedBy === undefined ? picture : { ...picture, agreedBy: change(picture.agreedBy) };
  const blocks = content.blocks.map((block) => {
    if (block.type === 'picture') return { ...block, picture: mapPicture(block.picture) };
    if (block.type === 'card' && block.picture) return { ...block, picture: mapPicture(block.picture) };
    return block;
  });
  const { cover } = content;
  return { ...content, blocks, ...(cover && { cover: { ...cover, picture: mapPicture(cover.picture) } }) };
}
