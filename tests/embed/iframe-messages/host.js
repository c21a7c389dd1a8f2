// A host's own script: heights and views of the frame, and what it asks of it.
const frame = document.querySelector('iframe');
window.heard = [];
addEventListener('message', event => {
  if (event.source !== frame.contentWindow || event.data?.entente !== 1) return;
  heard.push(event.data);
  if (event.data.type === 'height') frame.style.height = `${event.data.px}px`;
});
window.say = message => frame.contentWindow.postMessage(message, '*');
