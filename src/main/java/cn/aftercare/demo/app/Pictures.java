package cn.aftercare.demo.app;

import cn.aftercare.demo.DemoStep.Picture;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Draws what stands in for photos and scans in the demo; the number makes each one different. */
public final class Pictures {

    private static final int WIDTH = 480;
    private static final int HEIGHT = 360;

    private Pictures() {}

    /** A photo of a defect, or of the same spot after the repair. */
    public static byte[] photo(Picture picture, int number) {
        Random random = new Random(number);
        return png(WIDTH, HEIGHT, g -> {
            switch (picture.motif()) {
                case CRACK -> crack(g, random, picture.repaired());
                case WATER_STAIN -> stain(g, random, picture.repaired());
                case LOOSE_TILE -> tiles(g, random, picture.repaired());
                case DEAD_LAMP -> lamps(g, random, picture.repaired());
            }
        });
    }

    /** A form with signature and seal. */
    public static byte[] signedRecord(int number) {
        Random random = new Random(number);
        return png(420, 594, g -> {
            g.setColor(Color.WHITE);
            g.fillRect(0, 0, 420, 594);
            g.setColor(new Color(60, 60, 60));
            g.fillRect(130, 36, 160, 14);
            for (int row = 0; row < 11; row++) {
                g.drawRect(40, 80 + row * 40, 110, 40);
                g.drawRect(150, 80 + row * 40, 230, 40);
                g.fillRect(52, 96 + row * 40, 60 + random.nextInt(30), 6);
                g.fillRect(162, 96 + row * 40, 60 + random.nextInt(140), 6);
            }
            g.setColor(new Color(30, 50, 130));
            g.setStroke(new BasicStroke(2.2f));
            g.draw(line(random, 190, 505, 90, 10));
            g.setColor(new Color(200, 30, 30, 190));
            g.setStroke(new BasicStroke(4f));
            g.draw(new Ellipse2D.Double(270, 440 + random.nextInt(20), 92, 92));
        });
    }

    private static void crack(Graphics2D g, Random random, boolean repaired) {
        wall(g, new Color(236, 232, 224), new Color(214, 209, 200));
        if (!repaired) {
            g.setColor(new Color(90, 84, 78));
            for (int i = 0; i < 3; i++) {
                g.setStroke(new BasicStroke(3.5f - i));
                g.draw(line(random, 40 + random.nextInt(40), 90 + i * 80, 380, 26));
            }
        }
    }

    private static void stain(Graphics2D g, Random random, boolean repaired) {
        wall(g, new Color(240, 238, 232), new Color(220, 217, 209));
        if (!repaired) {
            for (int i = 0; i < 6; i++) {
                g.setColor(new Color(150 + random.nextInt(30), 116, 62, 80));
                int size = 60 + random.nextInt(120);
                g.fill(new Ellipse2D.Double(120 + random.nextInt(140), 60 + random.nextInt(120), size * 1.3, size));
            }
        }
    }

    private static void tiles(Graphics2D g, Random random, boolean repaired) {
        int loose = 6 + random.nextInt(5);
        for (int i = 0; i < 24; i++) {
            int x = i % 6 * 80;
            int y = i / 6 * 90;
            int shade = 176 + random.nextInt(14);
            g.setColor(new Color(shade, shade + 6, shade + 10));
            g.fillRect(x + 2, y + 2, 76, 86);
            if (i == loose && !repaired) {
                g.setColor(new Color(92, 80, 66));
                g.fillRect(x + 2, y + 2, 76, 86);
                g.setColor(new Color(190, 196, 200));
                g.rotate(0.12, x + 40, y + 45);
                g.fillRect(x + 8, y + 10, 66, 76);
                g.rotate(-0.12, x + 40, y + 45);
            }
        }
    }

    private static void lamps(Graphics2D g, Random random, boolean repaired) {
        wall(g, new Color(96, 98, 104), new Color(62, 64, 70));
        int dead = random.nextInt(4);
        for (int i = 0; i < 4; i++) {
            boolean lit = repaired || i != dead;
            g.setColor(lit ? new Color(255, 240, 190, 90) : new Color(50, 50, 54));
            g.fill(new Ellipse2D.Double(20 + i * 112, 110, 104, 104));
            g.setColor(lit ? new Color(255, 248, 224) : new Color(34, 34, 36));
            g.fill(new Ellipse2D.Double(48 + i * 112, 138, 48, 48));
        }
    }

    private static void wall(Graphics2D g, Color light, Color dark) {
        g.setPaint(new GradientPaint(0, 0, light, WIDTH, HEIGHT, dark));
        g.fillRect(0, 0, WIDTH, HEIGHT);
    }

    private static Path2D line(Random random, int x, int y, int width, int jitter) {
        Path2D path = new Path2D.Double();
        path.moveTo(x, y);
        for (int step = 1; step <= 18; step++) {
            path.lineTo(x + width * step / 18.0, y + random.nextInt(2 * jitter) - (double) jitter);
        }
        return path;
    }

    private static byte[] png(int width, int height, java.util.function.Consumer<Graphics2D> drawing) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        drawing.accept(g);
        g.dispose();
        ImageIO.setUseCache(false); // no temporary files for a few kilobytes
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
