import "@remix-run/node";

declare module "@remix-run/node" {
  // Loader data keeps its types across the network (Date stays Date) with single fetch.
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- augmenting needs an interface
  interface Future {
    v3_singleFetch: true;
  }
}
