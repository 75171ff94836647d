"use client";

import { useRouter } from "next/navigation";
import type { FormEvent, ReactNode } from "react";

/**
 * A form that works without JavaScript. With it the page stays where it is: whoever finds the type too small has often
 * begun to fill in a form, and what was typed must not go with the old page.
 */
export function ElderSwitch({ children }: { children: ReactNode }) {
  const router = useRouter();

  async function stay(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    try {
      await fetch(form.action, { method: "POST", redirect: "manual" });
      router.refresh();
    } catch {
      form.submit();
    }
  }

  return <form method="post" action="/elder" onSubmit={stay}>{children}</form>;
}
