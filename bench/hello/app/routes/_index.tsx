export default function HelloPage() {
  return <h1>Hello, world</h1>;
}
