import { Link } from "@remix-run/react";
import type { ButtonHTMLAttributes, MouseEventHandler, ReactNode } from "react";

type Variant = "primary" | "secondary" | "quiet" | "danger";

const shape =
  "inline-flex min-h-11 items-center justify-center gap-2 rounded-box py-2 text-center font-semibold no-underline";

const looks: Record<Variant, string> = {
  primary: "px-5 bg-action text-on-action hover:underline border-2 border-action",
  secondary: "px-5 border-2 border-control bg-surface text-ink hover:bg-tint",
  quiet: "-mx-2 px-2 underline decoration-accent underline-offset-4 hover:bg-tint",
  danger: "px-5 border-2 border-brick bg-surface text-brick hover:bg-tint",
};

/** Of a link to a file or another site, which is no `ButtonLink`. */
export function buttonLook(variant: Variant): string {
  return `${shape} ${looks[variant]}`;
}

export function Button({
  variant = "primary",
  className = "",
  ...button
}: { variant?: Variant } & ButtonHTMLAttributes<HTMLButtonElement>) {
  return <button type="submit" {...button} className={`${shape} ${looks[variant]} ${className}`} />;
}

export function ButtonLink({
  to,
  variant = "primary",
  isDownload = false,
  onClick,
  children,
}: {
  to: string;
  variant?: Variant;
  /** A file, or a page with texts of its own: left to the browser. */
  isDownload?: boolean;
  onClick?: MouseEventHandler;
  children: ReactNode;
}) {
  return (
    <Link to={to} reloadDocument={isDownload} onClick={onClick} className={`${shape} ${looks[variant]}`}>
      {children}
    </Link>
  );
}
