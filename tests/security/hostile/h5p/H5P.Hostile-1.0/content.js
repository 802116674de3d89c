/** The part of a well-behaved content type: it shows itself. */
window.H5P.Hostile = class extends window.H5P.EventDispatcher {
  constructor(parameters) {
    super();
    this.parameters = parameters;
  }

  attach($container) {
    $container.text(this.parameters.text);
    document.title = "Running";
    this.trigger("resize");
  }
};
