return [
  ...[...document.querySelectorAll('audio[autoplay],video[autoplay]')].map((e) => fault('autoplay', e, `${e.localName} starts by itself`)),
  ...[...document.querySelectorAll('meta[http-equiv=refresh i]')].map((e) => fault('autoplay-refresh', e, `refresh "${e.content}"`)),
  ...[...document.querySelectorAll('marquee,blink')].map((e) => fault('autoplay-marquee', e, `<${e.localName}>`)),
];
