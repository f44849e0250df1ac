'use strict';

/** Browsers navigate to the visitor's way; a call from this page would end at WeChat, which the page may not call. */
const withoutTheVisitorsWay = () => ({
  statePlugins: {
    spec: {
      wrapSelectors: {
        allowTryItOutFor: (original) => (state, path, method) =>
          !path.startsWith('/api/wechat/') && original(state, path, method),
      },
    },
  },
});

SwaggerUIBundle({
  url: '/openapi.yaml',
  dom_id: '#description',
  presets: [SwaggerUIBundle.presets.apis],
  plugins: [withoutTheVisitorsWay],
  layout: 'BaseLayout',
  deepLinking: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  // no badge from swagger.io, which would learn the address of this service
  validatorUrl: null,
  // a typed secret is forgotten with the page
  persistAuthorization: false,
  // a link must not change what this page shows
  queryConfigEnabled: false,
});
