const services = ['auth', 'catalog', 'booking', 'offers', 'notification', 'admin'].map((name) => `${name}-service`);

SwaggerUIBundle({
  urls: services.map((name) => ({ name, url: `/v3/api-docs/${name}` })),
  dom_id: '#swagger-ui',
  presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
  layout: 'StandaloneLayout',
  deepLinking: true,
  validatorUrl: null,
});
