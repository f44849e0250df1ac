'use strict';

/** A visitor's way is navigated to; called from a page it would end at WeChat, which this page may not call. */
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
  // no badge of swagger.io, which would learn where this service is
  validatorUrl: null,
  // a secret that was typed in is gone with the page
  persistAuthorization: false,
  // nobody chooses by a link what this page shows
  queryConfigEnabled: false,
});
