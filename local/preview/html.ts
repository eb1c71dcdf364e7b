import type { BootConfig } from './types';

/** The one HTML page: the phone itself, or the frame around it when the window is wide and it stands alone. */
export function htmlPage(boot: BootConfig): string {
  const config = JSON.stringify(boot).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>代表之家</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/__preview/fonts.css">
<link rel="stylesheet" href="/__preview/preview.css">
<script>
window.__previewBoot = ${config};
{
  const framed = window.top !== window.self;
  const wide = new URLSearchParams(location.search).get('wide') === '1';
  const framing = !framed && !wide && innerWidth >= 700;
  document.documentElement.className = framing ? 'frame' : wide ? 'phone wide' : 'phone';
  document.write('<script src="/__preview/' + (framing ? 'frame' : 'runtime') + '.js" defer><' + '/script>');
}
</script>
</head>
<body></body>
</html>
`;
}
