// Sizes the frame as amp-iframe does by `embed-size`, and keeps what Medium's script would do by `iframe.resize`.
const frame = document.querySelector('iframe');
window.medium = null;
addEventListener('message', ({ source, data }) => {
  if (source !== frame.contentWindow) return;
  if (data?.sentinel === 'amp' && data.type === 'embed-size') frame.style.height = `${data.height}px`;
  if (typeof data !== 'string' || !data.startsWith('{')) return;
  const { src, context, height } = JSON.parse(data);
  if (context === 'iframe.resize') window.medium = { src, height };
});
