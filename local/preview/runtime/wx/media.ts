import { NotInPreviewError } from '../errors';
import { h } from '../dom';
import { addTemporaryFile, openedFile, resolveFile } from '../files';
import { openLayer } from '../ui/layer';
import { asyncApi, Refusal } from './call';

interface ChooseMedia {
  count?: number;
  mediaType?: string[];
  sourceType?: string[];
  sizeType?: string[];
}

interface ChooseMessageFile {
  type?: string;
  extension?: string[];
}

interface Compress {
  src: string;
  /** 0 … 100. */
  quality?: number;
  compressedWidth?: number;
  compressedHeight?: number;
}

const DEFAULT_COUNT = 9;
const DEFAULT_QUALITY = 80;
/** What "compressed" means when photos are chosen: WeChat's own figures are not published. */
const COMPRESSED_SIDE_PX = 1920;

/** Lets the person choose files of the browser; refuses with `cancel` when they go back. */
export function chooseFiles(accept: string, multiple: boolean, capture: boolean): Promise<File[]> {
  return new Promise((resolve, reject) => {
    const input = h('input', { type: 'file', accept, hidden: '' }) as HTMLInputElement;
    input.multiple = multiple;
    if (capture) input.setAttribute('capture', 'environment');
    const finish = (): void => {
      input.remove();
      if (input.files?.length) resolve([...input.files]);
      else reject(new Refusal('cancel'));
    };
    input.addEventListener('change', finish);
    input.addEventListener('cancel', finish);
    document.body.append(input);
    input.click();
  });
}

export function extensionOf(file: File): string {
  const named = file.name.includes('.') ? file.name.split('.').at(-1) : undefined;
  return (named ?? file.type.split('/').at(-1) ?? 'bin').toLowerCase();
}

async function chooseMedia(options: ChooseMedia): Promise<object> {
  const {
    count = DEFAULT_COUNT,
    mediaType = ['image', 'video'],
    sizeType = ['original', 'compressed'],
  } = options;
  if (!mediaType.some((type) => type === 'image' || type === 'mix')) {
    throw new NotInPreviewError(`mediaType ${mediaType.join()} of wx.chooseMedia()`);
  }
  const cameraOnly = options.sourceType?.join() === 'camera';
  const files = (await chooseFiles('image/*', count > 1 && !cameraOnly, cameraOnly)).slice(0, count);
  const compressed = !sizeType.includes('original');
  const tempFiles = await Promise.all(files.map((file) => toTempFile(file, compressed)));
  return { tempFiles, type: 'image' };
}

async function toTempFile(file: File, compressed: boolean): Promise<object> {
  const blob = compressed ? await shrink(file, COMPRESSED_SIDE_PX, null, DEFAULT_QUALITY) : file;
  const smaller = blob.size < file.size ? blob : file;
  const tempFilePath = addTemporaryFile(smaller, smaller === file ? extensionOf(file) : 'jpg');
  const { width, height } = await createImageBitmap(smaller);
  return { tempFilePath, size: smaller.size, fileType: 'image', width, height };
}

/** Draws the picture again, smaller, as JPEG; one never larger than it was. */
async function shrink(
  blob: Blob,
  width: number | null,
  height: number | null,
  quality: number,
): Promise<Blob> {
  const picture = await createImageBitmap(blob);
  const scale = Math.min(1, (width ?? Infinity) / picture.width, (height ?? Infinity) / picture.height);
  const canvas = new OffscreenCanvas(Math.round(picture.width * scale), Math.round(picture.height * scale));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas.convertToBlob({ type: 'image/jpeg', quality: quality / 100 });
}

async function compressImage(options: Compress): Promise<object> {
  const { src, quality = DEFAULT_QUALITY, compressedWidth, compressedHeight } = options;
  const blob = openedFile(src);
  if (!blob) throw new Refusal(`file ${src} does not exist`);
  const smaller = await shrink(blob, compressedWidth ?? null, compressedHeight ?? null, quality);
  return { tempFilePath: addTemporaryFile(smaller, 'jpg') };
}

async function getImageInfo({ src }: { src: string }): Promise<object> {
  const url = await resolveFile(src, '');
  const answer = await fetch(url);
  if (!answer.ok) throw new Refusal(`image ${src} can not be read`);
  const blob = await answer.blob();
  const { width, height } = await createImageBitmap(blob);
  return { width, height, path: src, type: blob.type.split('/').at(-1) ?? '', orientation: 'up' };
}

/** Shows pictures over the whole phone; a tap goes on to the next one, after the last one it closes. */
async function previewImage({ urls, current }: { urls: string[]; current?: string | number }): Promise<void> {
  if (urls.length === 0) throw new Refusal('urls is empty');
  let index = typeof current === 'number' ? current : Math.max(0, urls.indexOf(current ?? ''));
  const picture = h('img', { alt: '' }) as HTMLImageElement;
  const place = h('span');
  const show = async (): Promise<void> => {
    picture.src = await resolveFile(urls[index] ?? '', '');
    place.textContent = `${String(index + 1)} / ${String(urls.length)}`;
  };
  await show();
  const next = (): void => {
    index += 1;
    if (index < urls.length) void show();
    else layer.close();
  };
  const layer = openLayer(
    'viewer',
    h('phone-viewer', { role: 'dialog', 'aria-label': '图片', click: next }, picture, place),
  );
}

/** WeChat lets people choose out of their chats; here it is any file of the machine. */
async function chooseMessageFile({ type, extension = [] }: ChooseMessageFile): Promise<object> {
  if (type !== 'file') throw new NotInPreviewError(`type ${type ?? 'all'} of wx.chooseMessageFile()`);
  const accept = extension.map((each) => `.${each}`).join();
  const tempFiles = (await chooseFiles(accept, false, false)).map((file) => ({
    path: addTemporaryFile(file, extensionOf(file)),
    name: file.name,
    size: file.size,
    type: 'file',
  }));
  return { tempFiles };
}

export const mediaApis: Readonly<Record<string, unknown>> = {
  chooseMedia: asyncApi('chooseMedia', chooseMedia),
  chooseMessageFile: asyncApi('chooseMessageFile', chooseMessageFile),
  compressImage: asyncApi('compressImage', compressImage),
  getImageInfo: asyncApi('getImageInfo', getImageInfo),
  previewImage: asyncApi('previewImage', previewImage),
  previewMedia: asyncApi(
    'previewMedia',
    ({ sources, current }: { sources: { url: string }[]; current?: number }) =>
      previewImage({ urls: sources.map((one) => one.url), ...(current === undefined ? {} : { current }) }),
  ),
};
