const baseUrl = "/course/";

export default {
  title: "Course",
  url: "https://example.org",
  baseUrl,
  favicon: "interleave/favicon.svg",
  scripts: [
    { src: `${baseUrl}interleave/embed.js`, type: "module" },
    `${baseUrl}interleave/embed/host.js`,
  ],
  presets: [["classic", { docs: { routeBasePath: "/" }, blog: false }]],
  plugins: [
    () => ({
      name: "figures",
      configureWebpack: () => ({ module: { rules: [{ test: /\.html$/, type: "asset/source" }] } }),
    }),
  ],
};
