/** A file of a form. */
export interface FormFile {
  readonly fileName: string;
  readonly text: string;
}

/** The file in a `multipart/form-data` body; undefined where there is none. */
export function fileOf(contentType: string | undefined, bytes: Buffer): FormFile | undefined {
  const boundary = /boundary=(?:"([^"]+)"|([^;]+))/.exec(contentType ?? '');
  const mark = boundary?.[1] ?? boundary?.[2];
  if (mark === undefined) return undefined;
  const body = bytes.toString('utf8');
  for (const part of body.split(`--${mark}`)) {
    const [head = '', ...rest] = part.split('\r\n\r\n');
    const fileName = /filename="([^"]*)"/.exec(head)?.[1];
    if (fileName === undefined || !head.includes('name="file"')) continue;
    return { fileName, text: rest.join('\r\n\r\n').replace(/\r\n$/, '') };
  }
  return undefined;
}
